/** Under which it is remembered that the contact wants to hear it. */
export const soundKey = "sound";

/** Two short notes, a fifth apart: made here, so that there is no file to fetch. Silent where the browser does not let a page sound yet. */
export function playTone(): void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.connect(context.destination);
  const start = context.currentTime;
  for (const [at, pitch] of [
    [0, 587],
    [0.12, 880],
  ] as const) {
    const tone = context.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(volume);
    tone.start(start + at);
    tone.stop(start + at + 0.3);
    // Swells and fades, or it would click.
    volume.gain.setTargetAtTime(0.12, start + at, 0.01);
    volume.gain.setTargetAtTime(0, start + at + 0.06, 0.06);
    tone.onended = () => at > 0 && void context.close();
  }
}
