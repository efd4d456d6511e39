package uk.onevoice.testkit.stack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import uk.onevoice.stack.Parts;
import uk.onevoice.stack.Ports;
import uk.onevoice.stack.Progress;
import uk.onevoice.stack.Settings;
import uk.onevoice.stack.Site;

/** Folders and ports of processes that one test has for itself. */
final class OwnSite {
  private OwnSite() {}

  /** Its data may be lost when the machine fails. */
  static Site with(List<String> ports) {
    return site(ports, true);
  }

  static Site durable(List<String> ports) {
    return site(ports, false);
  }

  private static Site site(List<String> ports, boolean throwaway) {
    var root = Site.rootAbove(Path.of(""));
    var folder = root.resolve(".state/own").resolve(RunningStack.random());
    return new Site(root, folder, Ports.free(ports), Settings.local(), throwaway);
  }

  static Parts parts(Site site) {
    return new Parts(site, quiet());
  }

  static Progress quiet() {
    return new Progress(new PrintStream(java.io.OutputStream.nullOutputStream()));
  }

  static void delete(Site site) {
    running(() -> Parts.delete(site.folder()));
  }

  interface Step {
    void run() throws Exception;
  }

  static void running(Step step) {
    calling(() -> {
      step.run();
      return Boolean.TRUE;
    });
  }

  static <T> T calling(Callable<T> step) {
    try {
      return step.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
