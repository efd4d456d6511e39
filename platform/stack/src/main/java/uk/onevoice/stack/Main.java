package uk.onevoice.stack;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** The commands behind the Makefile's targets. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var code = 0;
    try {
      run(arguments);
    } catch (InterruptedException _) {
      code = 130;
    } catch (Exception e) {
      code = 1;
      report(e);
    }
    System.exit(code);
  }

  private static void run(String[] arguments) throws Exception {
    var root = Site.rootAbove(Path.of(""));
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "test-infrastructure" ->
          TestInfrastructure.run(
              root, Path.of(arguments[1]).toAbsolutePath(), new Progress(System.out));
      default -> throw new StackFailure("Use the targets of the Makefile: `make` lists them.");
    }
  }

  private static void report(Exception failure) {
    Throwable cause = failure;
    while (cause instanceof ExecutionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof StackFailure) {
      System.err.println(cause.getMessage());
    } else {
      cause.printStackTrace();
    }
  }
}
