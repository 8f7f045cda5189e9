import { textAnswer, type Answer } from '../http/answer.js';

/** 404 for what is not there. */
export function notFound(): Answer {
  return textAnswer(404, "The resource you're looking for cannot be found");
}
