import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BASELINE_SCHEMA, type Baseline, type Digest } from '@poclint/core';
import { UsageError } from '@poclint/project/usage-error';

/** 128 bits of SHA-256: nobody gets from one to the words, though who guesses the words can check the guess. */
export const digestOf: Digest = (words) => createHash('sha256').update(words).digest('hex').slice(0, 32);

/** Reads a baseline file. Throws a UsageError that says what is wrong with it and what to do. */
export function readBaseline(path: string, name: string): Baseline {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(({ baseline }) =>
      baseline.unreadable({ name, code: String((error as NodeJS.ErrnoException).code) }),
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(({ baseline }) => baseline.notJson({ name }));
  }
  if (!isBaseline(value))
    throw new UsageError(({ baseline }) => baseline.otherVersion({ name, schema: BASELINE_SCHEMA }));
  return value;
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, language, clauses, topics, rules } = value as Record<string, unknown>;
  return (
    schema === BASELINE_SCHEMA &&
    typeof language === 'string' &&
    typeof rules === 'string' &&
    Array.isArray(clauses) &&
    clauses.every(
      (clause) => Array.isArray(clause) && typeof clause[0] === 'string' && typeof clause[1] === 'number',
    ) &&
    Array.isArray(topics) &&
    topics.every((topic) => typeof topic?.topic === 'string' && Array.isArray(topic.provisions))
  );
}
