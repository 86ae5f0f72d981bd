import type { Locale } from './locales';

/** The five screenshots, in the order of the listing. */
export const SCENES = ['popup', 'panel', 'compare', 'take-along', 'options'] as const;
export type Scene = (typeof SCENES)[number];

/** The caption above each screenshot; it describes only what the screenshot shows. */
export const CAPTIONS: Record<Locale, Record<Scene, string>> = {
  en: {
    popup: 'Users, cost and feedback of the page in front of you',
    panel: 'A panel beside the page that follows what you open',
    compare: 'Against the days before, in the charts and in one sentence',
    'take-along': 'Every chart as a table; CSV, JSON, PNG, copy and print',
    options: 'Your own key, kept encrypted, and one button that tests it',
  },
  es: {
    popup: 'Usuarios, coste y comentarios de la página que tienes delante',
    panel: 'Un panel junto a la página que sigue lo que abres',
    compare: 'Frente a los días anteriores, en los gráficos y en una frase',
    'take-along': 'Cada gráfico como tabla; CSV, JSON, PNG, copia e impresión',
    options: 'Tu propia clave, guardada cifrada, y un botón que la prueba',
  },
};
