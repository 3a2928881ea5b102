import { expect, test as base } from '@playwright/test';
import { startGallery } from '../../scripts/gallery.ts';

export { expect };

/** With the gallery's address, and a page that may complain of nothing: what its policy stops is said on the console. */
export const test = base.extend<object, { gallery: string }>({
  gallery: [
    async ({}, use) => {
      const server = await startGallery();
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
});
