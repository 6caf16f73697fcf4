import type { Area } from '@/app/area';

const area: Area = { nav: [] };

export default area;
