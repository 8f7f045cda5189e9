import { describeItemSource } from '../src/item-source-suite/describe-item-source.js';
import { createMemoryPleoHarness } from './memory-pleo-harness.js';

describeItemSource('Pleo in memory', { createHarness: () => createMemoryPleoHarness() });
