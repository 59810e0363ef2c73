package org.keypointstudio.soak;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Notes every attempt of this process to reach another machine: Java asks for a proxy before it
 * connects a socket or an HTTP client, and the system lists the sockets that native code opened.
 */
final class NetworkGuard extends ProxySelector {
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final Path NETWORK = Path.of("/proc/self/net");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int INODE_COLUMN = 9;

  private final List<String> attempts = new CopyOnWriteArrayList<>();

  private NetworkGuard() {}

  /** From now on attempts are noted. */
  static NetworkGuard install() {
    NetworkGuard guard = new NetworkGuard();
    ProxySelector.setDefault(guard);
    return guard;
  }

  @Override
  public List<Proxy> select(URI address) {
    attempts.add(address.toString());
    return List.of(Proxy.NO_PROXY);
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException problem) {
    attempts.add(address.toString());
  }

  /** What was tried so far, and the sockets that are open now. */
  List<String> attempts() throws IOException {
    List<String> all = new ArrayList<>(attempts);
    all.addAll(openSockets());
    return all;
  }

  private static List<String> openSockets() throws IOException {
    if (!Files.isDirectory(OPEN_FILES)) {
      return List.of();
    }
    Set<String> ofNetworks = new HashSet<>();
    for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
      Path table = NETWORK.resolve(protocol);
      if (Files.isReadable(table)) {
        Files.readAllLines(table).stream()
            .skip(1)
            .map(line -> "socket:[%s]".formatted(inode(line)))
            .forEach(ofNetworks::add);
      }
    }
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files
          .map(NetworkGuard::target)
          .flatMap(Optional::stream)
          .filter(ofNetworks::contains)
          .toList();
    }
  }

  private static String inode(String line) {
    return BLANKS.splitAsStream(line.strip()).skip(INODE_COLUMN).findFirst().orElse("");
  }

  /** Empty for a file that was closed meanwhile. */
  private static Optional<String> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link).toString());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
