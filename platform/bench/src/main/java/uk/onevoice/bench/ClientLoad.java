package uk.onevoice.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed load: each client does the next thing when the last one is done. */
record ClientLoad(int clients, int seconds, Pairs.Client once) {

  Rate run() throws Exception {
    Duration cpu = Cpu.used();
    long began = System.nanoTime();
    long end = began + Duration.ofSeconds(seconds).toNanos();
    long done = 0;
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      List<Future<Long>> all = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int number = client;
        all.add(threads.submit((Callable<Long>) () -> repeat(number, end)));
      }
      for (Future<Long> one : all) {
        done += one.get();
      }
    }
    double took = (System.nanoTime() - began) / 1e9;
    return new Rate(done / took, Cpu.microsSince(cpu, done));
  }

  private long repeat(int client, long end) throws Exception {
    long done = 0;
    while (System.nanoTime() < end) {
      once.once(client);
      done++;
    }
    return done;
  }
}
