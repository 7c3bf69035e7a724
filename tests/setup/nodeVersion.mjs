/** Stops with one sentence when a Node older than the project's own runs. Plain JavaScript, so that an old Node can read it. */
const wanted = 24;
const running = Number(process.versions.node.split('.')[0]);
if (running < wanted) {
  console.error(
    `Node ${wanted} is needed, but Node ${process.versions.node} runs: run \`npm ci\` (without --ignore-scripts), which installs it into this project.`,
  );
  process.exit(1);
}
