"""Reads mails with Python's email package: a JSON list of them in base64 on standard input, what they hold on standard output."""

import base64
import email
import email.policy
import json
import sys


def part_of(part):
    if part.get_content_maintype() == "message":
        fields = [[name, str(value)] for name, value in part.get_payload(0).items()]
        return {"type": part.get_content_type(), "name": None, "fields": fields, "content": ""}
    content = part.get_payload(decode=True)
    charset = part.get_content_charset() or "ascii"
    return {
        "type": part.get_content_type(),
        "name": part.get_filename(),
        "charset": charset,
        "content": base64.b64encode(content).decode(),
    }


def mail_of(eml):
    mail = email.message_from_bytes(eml, policy=email.policy.default)
    parts = list(mail.iter_parts()) if mail.is_multipart() else [mail]
    defects = [repr(defect) for each in mail.walk() for defect in each.defects]
    for value in mail.values():
        defects += [repr(defect) for defect in getattr(value, "defects", [])]
    return {
        "headers": [[name, str(value)] for name, value in mail.items()],
        "type": mail.get_content_type(),
        "parts": [part_of(part) for part in parts],
        "defects": defects,
    }


mails = [base64.b64decode(text) for text in json.load(sys.stdin)]
json.dump([mail_of(eml) for eml in mails], sys.stdout)
