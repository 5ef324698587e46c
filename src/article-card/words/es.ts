import type { CardWords } from '../words.js';

export const es: CardWords = {
  source: 'Fuente:',
  updated: 'Actualizado:',
  external: '(sitio externo: {host})',
  loading: 'Cargando el artículo…',
  failed: 'No se pudo cargar el artículo.',
  retry: 'Reintentar',
  empty: 'Aún no hay ningún artículo.',
};
