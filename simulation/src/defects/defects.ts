import { doubtDefects } from './doubt-defects.js';
import type { Defect } from './defect.js';
import { memoryDefects } from './memory-defects.js';
import { pleoDefects } from './pleo-defects.js';

/** One for each rule that the protocol relies on. */
export const DEFECTS: readonly Defect[] = [...doubtDefects, ...memoryDefects, ...pleoDefects];
