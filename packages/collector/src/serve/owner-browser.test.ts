import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import axe from 'axe-core'
import { chromium, type Page } from 'playwright-core'
import { ownerPageOf } from './any-owner-page.ts'

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(path => existsSync(path))
const skip = program === undefined && "there is no chromium: install Debian's chromium"

async function browse(path: string, look: (page: Page) => Promise<void>, scripts = true) {
  const browser = await chromium.launch({
    executablePath: program ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    // The judge of accessibility is a script of its own, which the page's policy would refuse as it should.
    const context = await browser.newContext({ javaScriptEnabled: scripts, bypassCSP: false })
    const page = await context.newPage()
    await page.goto(path)
    await look(page)
  } finally {
    await browser.close()
  }
}

for (const language of ['en', 'nl', 'de'])
  test(
    `a browser finds nothing that is in anybody's way on the page in ${language}`,
    { skip, timeout: 60_000 },
    async () => {
      await using made = await ownerPageOf(language)
      await browse(`${made.url}${made.path}`, async page => {
        const found = await page.evaluate<{
          readonly violations: readonly { readonly id: string }[]
          readonly passes: readonly unknown[]
        }>(`(() => { ${axe.source}; return axe.run() })()`)
        deepEqual(
          found.violations.map(({ id }) => id),
          [],
        )
        ok(found.passes.length > 10)
      })
    },
  )

test(
  'hostile lines are text in a browser, nothing is loaded and nothing runs',
  { skip, timeout: 60_000 },
  async () => {
    await using made = await ownerPageOf('en')
    await browse('about:blank', async page => {
      const asked: string[] = []
      const complaints: string[] = []
      page.on('request', request => asked.push(new URL(request.url()).pathname))
      page.on('console', message => complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(error.message))
      await page.goto(`${made.url}${made.path}`)
      equal(await page.title(), 'Your machines, case RA-2026-000001')
      equal(await page.locator('script, img, b').count(), 0)
      ok(((await page.locator('pre').first().textContent()) ?? '').includes('document'))
      deepEqual([asked.filter(path => path !== '/favicon.ico'), complaints], [[made.path], []])
    })
  },
)

test(
  'an owner without scripts chooses one machine and says that it is cleaned',
  { skip, timeout: 60_000 },
  async () => {
    await using made = await ownerPageOf('nl')
    await browse(
      `${made.url}${made.path}`,
      async page => {
        await page.locator('input[value="192.0.2.2"]').check()
        await page.getByRole('button', { name: 'Gereinigd' }).click()
        await page.getByText('volgens u gereinigd').waitFor()
        equal(new URL(page.url()).pathname, made.path)
      },
      false,
    )
    deepEqual(made.states().hosts, ['told', 'claimed-cleaned'])
  },
)

for (const stage of ['confirm', 'summary'] as const)
  for (const language of stage === 'confirm' ? ['en', 'nl', 'de'] : ['en'])
    test(
      `a browser finds nothing in anybody's way on the page of a mail that is no letter (${stage}, ${language})`,
      { skip, timeout: 60_000 },
      async () => {
        await using made = await ownerPageOf(language)
        await browse(`${made.url}${made.notePath(stage)}`, async page => {
          const found = await page.evaluate<{ readonly violations: readonly { id: string }[] }>(
            `(() => { ${axe.source}; return axe.run() })()`,
          )
          deepEqual(
            found.violations.map(({ id }) => id),
            [],
          )
          equal(await page.locator('button').count(), stage === 'confirm' ? 2 : 1)
        })
      },
    )

test(
  'an owner without scripts says how they wish to be written to, and the page says it again',
  { skip, timeout: 60_000 },
  async () => {
    await using made = await ownerPageOf('de')
    await browse(
      `${made.url}${made.path}`,
      async page => {
        equal(await page.getByLabel('Höchstens einmal in sieben Tagen').isChecked(), false)
        await page.getByLabel('Nur ein Brief').check()
        await page.getByLabel('Höchstens einmal in sieben Tagen').check()
        await page.getByRole('button', { name: 'Speichern' }).click()
        await page.waitForLoadState()
        equal(await page.getByLabel('Nur ein Brief').isChecked(), true)
        equal(await page.getByLabel('Höchstens einmal in sieben Tagen').isChecked(), true)
        await page.getByLabel('Mailadresse').fill('noc@example.org')
        await page.getByRole('button', { name: 'Um Zustimmung bitten' }).click()
        await page.getByText('Wir bitten noc@example.org um Zustimmung').waitFor()
        await page.getByRole('button', { name: 'Ein Pool wechselnder Adressen' }).click()
        await page.getByText('laut Ihnen in einem Pool').first().waitFor()
        await page.getByRole('button', { name: 'Kein Pool' }).click()
        await page.getByRole('button', { name: 'Schicken Sie uns die Adresse' }).click()
        await page.getByText('ist unterwegs').waitFor()
        equal(await page.getByText('laut Ihnen in einem Pool').count(), 0)
      },
      false,
    )
  },
)

test('the page is printed without its form', { skip, timeout: 60_000 }, async () => {
  await using made = await ownerPageOf('de')
  await browse(`${made.url}${made.path}`, async page => {
    await page.emulateMedia({ media: 'print' })
    equal(await page.locator('button').first().isVisible(), false)
    equal(await page.getByText('192.0.2.1').first().isVisible(), true)
    ok((await page.pdf()).length > 1000)
  })
})
