<?php
// A vote endpoint in one file, for a site with PHP and any database that PDO speaks to. On MySQL create the table by hand
// with "collate utf8mb4_bin". Who may vote, and how often, is yours to add where it says so.
$database = new PDO(getenv('VOTES_DSN') ?: 'sqlite:/var/lib/votes/votes.db', getenv('VOTES_USER') ?: null, getenv('VOTES_PASSWORD') ?: null);
$database->exec('create table if not exists vote (article varchar(500), voter varchar(128), id char(36), score int, stars int,
  cast_at bigint, claim bigint, primary key (article, voter))');
function answer(int $status, array $body, string $cache = 'no-store'): never {
  http_response_code($status);
  header('Content-Type: application/' . ($status < 400 ? '' : 'problem+') . 'json');
  header("Cache-Control: $cache");
  exit(json_encode($body, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
}
function refuse(int $status, string $title, string $detail): never {
  answer($status, ['type' => 'about:blank', 'title' => $title, 'status' => $status, 'detail' => $detail]);
}
function tally(PDO $database, string $article): array {
  $query = $database->prepare('select score, stars, count(*) from vote where article = ? group by score, stars');
  $query->execute([$article]);
  $rows = $query->fetchAll(PDO::FETCH_NUM);
  $histogram = array_fill(0, $rows ? max(array_column($rows, 1)) : 5, 0);
  foreach ($rows as [$score, , $count]) $histogram[$score - 1] += $count;
  $sum = array_sum(array_map(fn($votes, $star) => $votes * ($star + 1), $histogram, array_keys($histogram)));
  return ['article' => $article, 'sum' => $sum, 'count' => array_sum($histogram), 'histogram' => $histogram];
}
$isText = fn($value, int $longest) => is_string($value) && preg_match("/^[^\p{Cc}\p{Cs}]{1,$longest}$/uD", $value);
header('Access-Control-Allow-Origin: *');
header('Access-Control-Expose-Headers: Retry-After');
if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS') {
  header('Access-Control-Allow-Methods: GET, POST');
  header('Access-Control-Allow-Headers: Content-Type, Idempotency-Key');
  header('Access-Control-Max-Age: 86400');
  exit(http_response_code(204));
}
if ($_SERVER['REQUEST_METHOD'] === 'GET') {
  preg_match_all('/(?<=^|&)article=([^&]*)/', $_SERVER['QUERY_STRING'] ?? '', $asked);
  $articles = array_map('urldecode', $asked[1]);
  if (!$articles || count($articles) > 100 || array_filter($articles, fn($article) => !$isText($article, 500)))
    refuse(400, 'Bad Request', 'Ask for 1 to 100 articles: ?article=…&article=….');
  answer(200, ['tallies' => array_map(fn($article) => tally($database, $article), $articles)], 'public, max-age=0');
}
if ($_SERVER['REQUEST_METHOD'] !== 'POST') refuse(405, 'Method Not Allowed', 'Use GET or POST.');
$body = file_get_contents('php://input', length: 4097);
if (strlen($body) > 4096) refuse(413, 'Content Too Large', 'A vote has at most 4096 bytes.');
// Here: check the origin, the token (hash_equals), the session, a limit per address (429 with Retry-After), a captcha.
['id' => $id, 'article' => $article, 'voter' => $voter, 'score' => $score, 'max' => $max, 'castAt' => $castAt] =
  (array) json_decode($body, true) + array_fill_keys(['id', 'article', 'voter', 'score', 'max', 'castAt'], null);
$moment = '/^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)$/D';
if (!is_string($id) || !preg_match('/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/iD', $id) || $id !== ($_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? $id)
  || !$isText($article, 500) || !$isText($voter, 128) || !is_int($max) || $max < 1 || $max > 10 || !is_int($score) || $score < 1
  || $score > $max || !is_string($castAt) || !preg_match($moment, $castAt, $date) || !checkdate($date[2], $date[3], $date[1]))
  refuse(400, 'Bad Request', 'This is no vote.');
$claim = (int) date_create($castAt)->format('Uv');
$vote = [$id, $score, $max, min($claim, (int) (microtime(true) * 1000) + 86400000), $claim, $article, $voter];
try {
  $database->prepare('insert into vote (id, score, stars, cast_at, claim, article, voter) values (?, ?, ?, ?, ?, ?, ?)')->execute($vote);
} catch (PDOException) {
  // There is one already: the later one stays. The second line is for a clock that ran ahead and is right again.
  $database->prepare('update vote set id = ?, score = ?, stars = ?, cast_at = ?, claim = case when claim > ? then claim else ? end
    where article = ? and voter = ? and id <> ? and (claim < ? or claim > cast_at and cast_at < ? and ? = ?)')
    ->execute([$id, $score, $max, $vote[3], $claim, $claim, $article, $voter, $id, $claim, $vote[3], $claim, $vote[3]]);
}
$held = $database->prepare('select score from vote where article = ? and voter = ?');
$held->execute([$article, $voter]);
answer(200, tally($database, $article) + ['score' => (int) $held->fetchColumn()]);
