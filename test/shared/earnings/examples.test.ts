import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compute } from '../../../shared/earnings/index.ts'

interface Example {
  case: string
  input: unknown
  output: object
}

const examples = readFileSync(new URL('../../fixtures/earnings/compute-examples.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Example => JSON.parse(line) as Example)

describe('earnings.compute on the reference examples', () => {
  it('has the whole set of them', () => {
    expect(examples).toHaveLength(52)
  })

  it.each(examples)('answers every listed field of $case', ({ input, output }) => {
    expect(JSON.parse(JSON.stringify(compute(input)))).toMatchObject(output)
  })
})
