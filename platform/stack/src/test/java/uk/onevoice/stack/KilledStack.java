package uk.onevoice.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A stack of PostgreSQL only, in a process of its own, so that a test can kill it. */
final class KilledStack {
  private KilledStack() {}

  static Site site(Path folder, int port) {
    return new Site(
        Site.rootAbove(Path.of("")),
        folder,
        new Ports(Map.of(Postgres.NAME, port)),
        Settings.local(),
        false);
  }

  public static void main(String[] arguments) throws Exception {
    var site = site(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    var progress = new Progress(System.out);
    Child.rememberSelf(site.pids(), Stack.NAME);
    Postgres.start(site, new Parts(site, progress).postgres(), progress);
    System.out.println(Stack.READY);
    new CountDownLatch(1).await();
  }
}
