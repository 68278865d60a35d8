import type { Change } from '../manuscript/manuscript.ts';
import type { Tag } from '../xml/scan.ts';

/** Author and date that a tracked change or comment carries. */
export function changeOf(tag: Tag): Change {
  const author = tag.get('w:author');
  const date = tag.get('w:date');
  return { ...(author !== undefined && { author }), ...(date !== undefined && { date }) };
}
