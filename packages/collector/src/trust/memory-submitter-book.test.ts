import { submitterBookContract } from './contract.ts'
import { memorySubmitterBook } from './memory-submitter-book.ts'

submitterBookContract('memory', memorySubmitterBook)
