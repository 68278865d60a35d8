import { SEVERITIES } from '@poclint/core';
import { CONFIGURATION, type Field, SETTINGS } from './fields.ts';

/** The JSON Schema of configuration files, made from the same table by which they are checked. */
export function configurationSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'poclint configuration',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...propertiesOf(CONFIGURATION) },
    additionalProperties: false,
  };
}

function propertiesOf(fields: Readonly<Record<string, Field>>): Record<string, object> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]));
}

function schemaOf(field: Field): object {
  const { description } = field;
  switch (field.kind) {
    case 'choice':
      return { description, enum: field.values };
    case 'text':
      return { description, type: 'string', minLength: 1, ...(field.pattern && { pattern: field.pattern }) };
    case 'texts':
      return { description, ...texts() };
    case 'severities':
      return { description, type: 'object', additionalProperties: { enum: [...SEVERITIES, 'off'] } };
    case 'overrides':
      return {
        description,
        type: 'array',
        items: {
          type: 'object',
          required: ['files'],
          properties: {
            files: { description: 'Patterns of paths relative to this file, such as "annexes/**".', ...texts() },
            ...propertiesOf(SETTINGS),
          },
          additionalProperties: false,
        },
      };
  }
}

function texts(): object {
  return { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } };
}
