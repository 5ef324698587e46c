<?php
// A vote endpoint in one file, for PHP 8.1 and any database that PDO speaks to (MySQL: make the table by hand, with
// "collate utf8mb4_bin"). Who may vote, and how often, is yours to add where it says so.
$database = new PDO(getenv('VOTES_DSN') ?: 'sqlite:/var/lib/votes/votes.db', getenv('VOTES_USER') ?: null, getenv('VOTES_PASSWORD') ?: null);
$database->exec('create table if not exists vote (article varchar(500), voter varchar(128), id char(36), score int, stars int,
  cast_at bigint, claim bigint, primary key (article, voter))');
function answer(int $status, array $body, string $cache = 'no-store'): never {
  header('Content-Type: application/' . ($status < 400 ? 'json' : 'problem+json'), true, $status);
  header("Cache-Control: $cache");
  exit(json_encode($status < 400 ? $body : $body + ['status' => $status], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
}
function tally(PDO $database, string $article): array {
  $query = $database->prepare('select score, count(*), max(stars), score * count(*) from vote where article = ? group by score');
  $query->execute([$article]);
  $rows = $query->fetchAll(PDO::FETCH_NUM);
  $histogram = array_fill(0, $rows ? max(array_column($rows, 2)) : 5, 0);
  foreach ($rows as [$score, $votes]) $histogram[$score - 1] = $votes;
  return ['article' => $article, 'sum' => array_sum(array_column($rows, 3)), 'count' => array_sum($histogram), 'histogram' => $histogram];
}
$isText = fn($value, int $longest) => is_string($value) && preg_match("/^[^\p{Cc}\p{Cs}]{1,$longest}$/uD", $value);
foreach (['Allow-Origin: *', 'Expose-Headers: Retry-After', 'Allow-Methods: GET, POST', 'Allow-Headers: Content-Type, Idempotency-Key',
  'Max-Age: 86400'] as $header) header("Access-Control-$header");
if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') exit(http_response_code(204));
if (in_array($_SERVER['REQUEST_METHOD'], ['GET', 'HEAD'])) {
  $articles = array_map('urldecode', preg_match_all('/(?<=^|&)article=([^&]*)/', $_SERVER['QUERY_STRING'] ?? '', $asked) ? $asked[1] : []);
  if (!$articles || count($articles) > 100 || array_filter($articles, fn($article) => !$isText($article, 500)))
    answer(400, ['title' => 'Bad Request', 'detail' => 'Ask for 1 to 100 articles: ?article=…&article=….']);
  answer(200, ['tallies' => array_map(fn($article) => tally($database, $article), $articles)], 'public, max-age=0');
}
header('Allow: GET, HEAD, POST, OPTIONS');
if ($_SERVER['REQUEST_METHOD'] !== 'POST') answer(405, ['title' => 'Method Not Allowed', 'detail' => 'Use GET or POST.']);
$body = file_get_contents('php://input', length: 4097);
if (strlen($body) > 4096) answer(413, ['title' => 'Content Too Large', 'detail' => 'A vote has at most 4096 bytes.']);
$sent = (array) json_decode($body, true);
[$id, $article, $voter, $score, $max, $castAt] = array_map(fn($name) => $sent[$name] ?? null, ['id', 'article', 'voter', 'score', 'max', 'castAt']);
$moment = '/^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)$/D';
if (!is_string($id) || !preg_match('/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/iD', $id) || $id !== ($_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? $id)
  || !$isText($article, 500) || !$isText($voter, 128) || !is_int($max) || $max < 1 || $max > 10 || !is_int($score) || $score < 1
  || $score > $max || !is_string($castAt) || !preg_match($moment, $castAt, $date) || !checkdate($date[2], $date[3], $date[1]))
  answer(400, ['title' => 'Bad Request', 'detail' => 'This is no vote.']);
// Here: check the origin, the token (hash_equals), the session, a limit per address (429 with Retry-After), a captcha.
$claim = (int) date_create($castAt)->format('Uv');
$kept = min($claim, (int) (microtime(true) * 1000) + 86400000);
try {
  $database->prepare('insert into vote values (?, ?, ?, ?, ?, ?, ?)')->execute([$article, $voter, $id, $score, $max, $kept, $claim]);
} catch (PDOException) { // There is one: the later one stays. The last comparison is for a clock that ran ahead and is right again.
  $database->prepare('update vote set id = ?, score = ?, stars = ?, cast_at = ?, claim = case when claim > ? then claim else ? end
    where article = ? and voter = ? and id <> ? and (claim < ? or claim > cast_at and cast_at < ?)')
    ->execute([$id, $score, $max, $kept, $claim, $claim, $article, $voter, $id, $claim, $kept === $claim ? $kept : 0]);
}
$held = $database->prepare('select score from vote where article = ? and voter = ?');
$held->execute([$article, $voter]);
answer(200, tally($database, $article) + ['score' => (int) $held->fetchColumn()]);
