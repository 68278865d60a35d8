import type { Notice } from '@poclint/core';

/** A notice where the draft has pictures, for there may be words in them. */
export function pictureNotice(pictures: number): Notice[] {
  if (pictures === 0) return [];
  const counted = pictures === 1 ? '1 picture' : `${pictures} pictures`;
  return [
    {
      name: 'pictures',
      message: `The draft holds ${counted}: words in pictures are not read.`,
      facts: { count: pictures },
    },
  ];
}
