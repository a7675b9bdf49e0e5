// Asks the engine. One that does not answer in time, or breaks, is ended, and a new one begins with the last documents that were used.

import workerSource from 'worker-source';

const PATIENCE = 10_000; // milliseconds

type Waiting = { resolve: (answer: string) => void; reject: (error: Error) => void; timer: number };

export class EngineStopped extends Error {}

export class Engine {
  #worker: Worker | undefined;
  #started: Promise<unknown> | undefined;
  #waiting = new Map<number, Waiting>();
  #next = 0;
  // What a new engine has to read again.
  #used: string[] = [];

  constructor(private readonly packed: string) {
    this.#begin();
  }

  #begin(): void {
    const address = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
    this.#worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.#worker.onmessage = ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      if (!waiting) return;
      clearTimeout(waiting.timer);
      this.#waiting.delete(data.id);
      if (data.error === undefined) waiting.resolve(data.answer);
      else if (data.isFatal) { this.#stop(); waiting.reject(new EngineStopped(data.error)); }
      else waiting.reject(new Error(data.error));
    };
    this.#worker.onerror = () => this.#stop();
    this.#started = this.#send('start', [this.packed]);
    for (const text of this.#used) void this.#send('read', [text]).catch(() => undefined);
  }

  #stop(): void {
    this.#worker?.terminate();
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.timer);
      waiting.reject(new EngineStopped('the engine stopped'));
    }
    this.#waiting.clear();
    this.#begin();
  }

  #send(ask: string, given: string[]): Promise<string> {
    const id = (this.#next += 1);
    return new Promise((resolve, reject) => {
      const timer = window.setTimeout(() => this.#stop(), PATIENCE);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#worker?.postMessage({ id, ask, given });
    });
  }

  // The answer as the very text that the library wrote.
  async text(ask: string, ...given: string[]): Promise<string> {
    await this.#started;
    return this.#send(ask, given);
  }

  async ask<T>(ask: string, ...given: string[]): Promise<T> {
    return JSON.parse(await this.text(ask, ...given)) as T;
  }

  // From now on these texts are what the page stands on.
  keep(texts: string[]): void {
    this.#used = texts;
  }
}
