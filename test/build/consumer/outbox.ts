// A host that draws its own stars takes the outbox alone.
import { votes } from 'sao-widgets/votes.js';

console.log(await votes.cast({ article: '16', score: 4, max: 5, endpoint: 'https://votes.example/votes' }));
