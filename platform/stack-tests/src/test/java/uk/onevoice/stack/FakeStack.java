package uk.onevoice.stack;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What a running stack looks like to the commands beside it, with a sleeper for a service. */
final class FakeStack {
  static final String SERVICE = "mandates";

  private FakeStack() {}

  static Site site(Path folder) {
    return new Site(folder, folder, Ports.of(Settings.local()), Settings.local(), true);
  }

  /**
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws Exception {
    var site = site(Path.of(arguments[0]));
    Files.createDirectories(site.folder());
    try (var channel =
            FileChannel.open(
                site.folder().resolve("stack.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      Child.rememberSelf(site.pids(), Stack.NAME);
      Child.start(
          site.pids(), SERVICE, "TERM", List.of("sleep", "300"), Map.of(), site.log(SERVICE));
      System.out.println(Stack.READY);
      new CountDownLatch(1).await();
    }
  }
}
