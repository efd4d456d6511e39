package uk.onevoice.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The commands behind the Makefile's targets. */
public final class Main {
  private static final int INTERRUPTED = 130;

  private Main() {}

  public static void main(String[] arguments) {
    int code;
    try {
      code = run(Arrays.asList(arguments));
    } catch (InterruptedException _) {
      code = INTERRUPTED;
    } catch (Exception e) {
      code = 1;
      report(e);
    }
    System.exit(code);
  }

  private static int run(List<String> arguments) throws Exception {
    var command = arguments.isEmpty() ? "" : arguments.getFirst();
    var rest = arguments.stream().skip(1).toList();
    var root = Site.rootAbove(Path.of(""));
    switch (command) {
      case "run" -> new Stack(local(root), wantsDemonstration(rest), progress()).run();
      case "up" -> new Background(local(root)).up(rest);
      case "down" -> new Background(local(root)).down();
      case "status" -> new Background(local(root)).status();
      case "reset" -> new Background(local(root)).reset();
      case "token" -> System.out.println(token(root, rest));
      case "import" ->
          new Importer(local(root)).run(Path.of(only(rest, "make import ODS=<folder>")));
      case "dev" -> {
        return DevMode.run(local(root), only(rest, "make dev SERVICE=<service>"));
      }
      case "test" -> {
        return TestRun.run(root, rest);
      }
      case "test-infrastructure" ->
          TestInfrastructure.run(
              root,
              Path.of(only(rest, "test-infrastructure <folder>")).toAbsolutePath(),
              progress());
      default -> throw new StackFailure("Use the targets of the Makefile: `make` lists them.");
    }
    return 0;
  }

  private static Site local(Path root) {
    var settings = Settings.local();
    return new Site(
        root, root.resolve(settings.get("folder")), Ports.of(settings), settings, false);
  }

  private static Progress progress() {
    return new Progress(System.out);
  }

  static boolean wantsDemonstration(List<String> arguments) {
    return !arguments.contains("demo=no");
  }

  private static String token(Path root, List<String> arguments) {
    return Tokens.from(Stack.issuer(local(root)))
        .of(only(arguments, "make token AS=<person or client>"));
  }

  private static String only(List<String> arguments, String usage) {
    if (arguments.size() != 1 || arguments.getFirst().isBlank()) {
      throw new StackFailure("Usage: " + usage);
    }
    return arguments.getFirst();
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
