import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { it } from 'node:test';

const unit = 'docs/endpoint/sao-vote-endpoint.service';
const installed = spawnSync('systemd-analyze', ['--version']).status === 0;

it('the systemd unit says nothing that systemd does not understand', { skip: !installed && 'no systemd' }, () => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
});
