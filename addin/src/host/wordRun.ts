import { troubleOf } from "./trouble";

/** A batch whose refusals are troubles. */
export async function word<T>(batch: (context: Word.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Word.run(batch);
  } catch (error) {
    throw troubleOf(error);
  }
}
