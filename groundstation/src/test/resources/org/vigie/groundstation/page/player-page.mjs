import { useLanguage } from '/ui/core/texts.mjs';
import '/ui/video/player.mjs';

await useLanguage('en');
const player = document.createElement('vigie-video');
player.setAttribute('source', 'V1');
document.body.append(player);
