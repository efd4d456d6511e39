package uk.onevoice.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A stack of PostgreSQL and Kafka only, in a process of its own, so that a test can kill it. */
final class KilledStack {
  private KilledStack() {}

  static final List<String> PARTS = List.of(Postgres.NAME, Broker.NAME, "controller");

  static Site site(Path folder, Ports ports) {
    return new Site(Site.rootAbove(Path.of("")), folder, ports, Settings.local(), false);
  }

  /**
   * @param arguments the folder, and the ports of {@link #PARTS}
   */
  public static void main(String[] arguments) throws Exception {
    var ports = new HashMap<String, Integer>();
    for (var part = 0; part < PARTS.size(); part++) {
      ports.put(PARTS.get(part), Integer.parseInt(arguments[part + 1]));
    }
    var site = site(Path.of(arguments[0]), new Ports(ports));
    var progress = new Progress(System.out);
    var parts = new Parts(site, progress);
    Child.rememberSelf(site.pids(), Stack.NAME);
    Postgres.start(site, parts.postgres(), progress);
    Broker.start(site, parts.kafka(), progress);
    System.out.println(Stack.READY);
    new CountDownLatch(1).await();
  }
}
