import { caseBookContract } from './contract.ts'
import { memoryCaseBook } from './memory-case-book.ts'

caseBookContract('in memory', () => memoryCaseBook())
