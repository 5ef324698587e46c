<?php // A vote endpoint for PHP 8.1 and any database that PDO speaks to (MySQL: make the table by hand, as varchar, "collate utf8mb4_bin").
$database = new PDO(getenv('VOTES_DSN') ?: 'sqlite:/var/lib/votes/votes.db', getenv('VOTES_USER') ?: null, getenv('VOTES_PASSWORD') ?: null);
$database->exec('create table if not exists vote (article text, voter text, id text, score int, stars int, cast_at bigint, claim bigint, primary key (article, voter))');
$method = $_SERVER['REQUEST_METHOD'];
array_map('header', ['Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: Retry-After', 'Access-Control-Max-Age: 86400',
  'Access-Control-Allow-Methods: GET, POST', 'Access-Control-Allow-Headers: Content-Type, Idempotency-Key', 'Allow: GET, HEAD, POST, OPTIONS',
  'Content-Type: application/json', 'Cache-Control: ' . ($method === 'POST' ? 'no-store' : 'public, max-age=0')]);
function refuse(int $status, string $title, string $detail): never {
  header('Content-Type: application/problem+json', true, $status); exit(json_encode(compact('status', 'title', 'detail')));
}
function tally(PDO $database, string $article): array {
  $stars = implode(array_map(fn($star) => ", sum(case score when $star then 1 else 0 end)", range(1, 10)));
  ($query = $database->prepare("select max(stars), sum(score), count(*) $stars from vote where article = ?"))->execute([$article]);
  $numbers = array_map('intval', $query->fetch(PDO::FETCH_NUM));
  return ['article' => $article, 'sum' => $numbers[1], 'count' => $numbers[2], 'histogram' => array_slice($numbers, 3, $numbers[0] ?: 5)];
}
$isText = fn($value, int $longest = 500) => is_string($value) && preg_match("/^[^\p{Cc}\p{Cs}]{1,$longest}$/uD", $value);
if ($method === 'OPTIONS') exit(http_response_code(204));
if ($method === 'GET' || $method === 'HEAD') {
  $asked = preg_match_all('/(?<=^|&)article=([^&]*)/', $_SERVER['QUERY_STRING'] ?? '', $found) ? array_map('urldecode', $found[1]) : [];
  if (!$asked || count($asked) > 100 || array_filter($asked, $isText) !== $asked) refuse(400, 'Bad Request', 'Ask for 1 to 100 articles.');
  exit(json_encode(['tallies' => array_map(fn($article) => tally($database, $article), $asked)]));
}
if ($method !== 'POST') refuse(405, 'Method Not Allowed', 'Use GET or POST.');
if (strlen($body = file_get_contents('php://input', length: 4097)) > 4096) refuse(413, 'Content Too Large', 'A vote has at most 4096 bytes.');
['id' => $id, 'article' => $article, 'voter' => $voter, 'score' => $score, 'max' => $max, 'castAt' => $castAt] =
  (array) json_decode($body, true) + array_fill_keys(['id', 'article', 'voter', 'score', 'max', 'castAt'], null);
if (!$isText($id) || !preg_match('/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i', $id) || $id !== ($_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? $id)
  || !$isText($article) || !$isText($voter, 128) || !in_array($max, range(1, 10), true) || !in_array($score, range(1, $max), true)
  || !$isText($castAt) || !preg_match('/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)$/i', $castAt)
  || !($date = date_create(strtr($castAt, ',', '.'))) || $date->format('Y-m-d') !== substr($castAt, 0, 10)) refuse(400, 'Bad Request', 'This is no vote.');
$kept = min($claim = (int) $date->format('Uv'), (int) (microtime(true) * 1000) + 86400000);
$moment = $claim > $kept ? 'claim' : 'cast_at'; // Of two votes from a clock that runs ahead, the later is the one that claims to be.
try { // Before this: check the origin, the token (hash_equals), the session, a limit per address (429 with Retry-After), a captcha.
  $database->prepare('insert into vote values (?, ?, ?, ?, ?, ?, ?)')->execute([$article, $voter, $id, $score, $max, $kept, $claim]);
} catch (PDOException) {
  $database->prepare("update vote set id = ?, score = ?, stars = ?, cast_at = ?, claim = case when claim > ? then claim else ? end where article = ? and voter = ? and id <> ? and $moment < ?")->execute([$id, $score, $max, $kept, $claim, $claim, $article, $voter, $id, $claim]);
}
($held = $database->prepare('select score from vote where article = ? and voter = ?'))->execute([$article, $voter]);
exit(json_encode(tally($database, $article) + ['score' => (int) $held->fetchColumn()]));
