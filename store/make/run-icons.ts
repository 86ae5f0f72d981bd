import { writeFileSync } from 'node:fs';
import { launchDrawing } from './browser';
import { drawIcon, ICONS, iconFile } from './icons';
import { LOCALES } from './locales';
import { drawTile, tileFile } from './tile';

// `npm run icons`: draws every icon and the stores' tiles anew from the two drawings.
const browser = await launchDrawing();
for (const icon of ICONS) writeFileSync(iconFile(icon), await drawIcon(browser, icon));
for (const locale of LOCALES) writeFileSync(tileFile(locale), await drawTile(browser, locale));
await browser.close();
