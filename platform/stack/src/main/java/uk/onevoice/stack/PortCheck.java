package uk.onevoice.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Whether the ports of a site are free, and who is in the way. */
final class PortCheck {
  private static final int PATIENCE_MILLIS = 500;
  private static final String LISTENING = "0A";
  private static final int SHOWN = 100;

  private PortCheck() {}

  static boolean listening(int port) {
    return listening(InetAddress.getLoopbackAddress().getHostAddress(), port);
  }

  private static boolean listening(String address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** A browser may try this address of `localhost` first, and would meet a stranger there. */
  private static boolean listeningOnIpv6(int port) {
    return listening("::1", port);
  }

  /** Fails with a message that names each port that is taken and the process that has it. */
  static void requireFree(Ports ports) throws InterruptedException {
    var taken = new ArrayList<String>();
    for (var entry : ports.byName().entrySet().stream().sorted(BY_PORT).toList()) {
      int port = entry.getValue();
      if (!free(port) || (entry.getKey().equals(Router.NAME) && listeningOnIpv6(port))) {
        taken.add(
            "Port %d, which %s needs, is taken by %s. Stop it, or set %s to another port%s."
                .formatted(
                    port,
                    entry.getKey(),
                    holder(port).orElse("a process that this account may not see"),
                    Settings.variable("port." + entry.getKey()),
                    entry.getKey().equals(Router.NAME)
                        ? " (with data of this port already here: and %s to another folder)"
                            .formatted(Settings.variable("folder"))
                        : ""));
      }
    }
    if (!taken.isEmpty()) {
      throw new StackFailure(String.join("\n", taken));
    }
  }

  private static final java.util.Comparator<java.util.Map.Entry<String, Integer>> BY_PORT =
      java.util.Map.Entry.comparingByValue();

  private static boolean free(int port) {
    if (listening(port)) {
      return false;
    }
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** The process that listens on a port, as "java (process 4711: java -jar …)". */
  static Optional<String> holder(int port) throws InterruptedException {
    var pid = Files.isReadable(Path.of("/proc/net/tcp")) ? byProc(port) : byLsof(port);
    return pid.map(PortCheck::describe);
  }

  private static String describe(long pid) {
    var info = ProcessHandle.of(pid).map(ProcessHandle::info);
    var command = info.flatMap(ProcessHandle.Info::command).map(PortCheck::lastPart).orElse("?");
    var line = info.flatMap(ProcessHandle.Info::commandLine).orElse(command);
    return "%s (process %d: %s)"
        .formatted(command, pid, line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line);
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Optional<Long> byProc(int port) {
    var sockets = new HashSet<String>();
    for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      sockets.addAll(listeningSockets(Path.of(table), port));
    }
    return sockets.isEmpty() ? Optional.empty() : ownerOf(sockets);
  }

  private static Set<String> listeningSockets(Path table, int port) {
    var suffix = ":%04X".formatted(port);
    var sockets = new HashSet<String>();
    try {
      for (var line : Files.readAllLines(table)) {
        var columns = line.trim().split("\\s+");
        if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
          sockets.add("socket:[" + columns[9] + "]");
        }
      }
    } catch (IOException _) {
      // A machine without that table (no IPv6, say) has nobody in it.
      return Set.of();
    }
    return sockets;
  }

  private static Optional<Long> ownerOf(Set<String> sockets) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> holdsOne(pid, sockets))
        .findFirst();
  }

  private static boolean holdsOne(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (var descriptor : open) {
        if (sockets.contains(target(descriptor))) {
          return true;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException _) {
      // Gone meanwhile, or another account's: not one that can be named.
      return false;
    }
    return false;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException _) {
      return "";
    }
  }

  private static Optional<Long> byLsof(int port) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      process.waitFor(5, TimeUnit.SECONDS);
      return answer.lines().findFirst().map(Long::parseLong);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
