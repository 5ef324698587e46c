/** What `sao-vote-endpoint --help` prints. */
export const usage = `Usage: sao-vote-endpoint [options]

Keeps readers' votes. They are posted to /votes, and read from there.

Serving                             environment
  --port 8787                       PORT             0 picks a free one
  --host 127.0.0.1                  HOST             default: every interface
  --database votes.db               DATABASE_URL     a file, or postgres://user:password@host/name
  --allow-origin https://a.example  ALLOW_ORIGINS    whose pages may vote; may be repeated (spaces between);
                                                     default: any origin
  --secret …                        VOTE_SECRET      only articles with a token signed by it may be voted on;
                                                     repeated, or VOTE_SECRET_PREVIOUS, while it is changed
  --rate 60                         RATE             votes a minute for one client address, 0 for no limit
  --article-rate 0                  ARTICLE_RATE     votes a minute for one article, 0 for no limit
  --trust-proxy                     TRUST_PROXY=1    a proxy in front writes X-Forwarded-For; repeated, or a
                                                     number, where several stand in a row
  --log info                        LOG              info, warn, error or silent

Instead of serving
  --recount                         count all votes again, and repair tallies that differ
  --export csv|json                 print all tallies
  --export-voter ID                 print one reader's votes (JSON)
  --erase ID                        delete one reader's votes
  --help, --version
`;
