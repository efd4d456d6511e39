package uk.onevoice.feeds.webhooks;

import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses anybody on the internet may have. All others lie inside some network, perhaps
 * ours, and are never called: see IANA's registries of special addresses for what each block is.
 */
final class Addresses {
  private static final List<Block> SPECIAL_V4 =
      Block.all(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /**
   * Of IPv6 nothing else is given to anybody; so ::1, fc00::/7, fe80::/10, ::ffff:0:0/96 are out.
   */
  private static final Block GIVEN_V6 = Block.of("2000::/3");

  /** Of what is given: tunnels, which lead to addresses of IPv4, and what is for documents. */
  private static final List<Block> SPECIAL_V6 =
      Block.all("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private Addresses() {}

  /** Whether it is out on the internet, and nowhere else. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4
        ? SPECIAL_V4.stream().noneMatch(block -> block.holds(bytes))
        : GIVEN_V6.holds(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.holds(bytes));
  }

  /** Addresses that begin with the same bits. */
  private record Block(InetAddress first, int bits) {
    static List<Block> all(String... blocks) {
      return List.of(blocks).stream().map(Block::of).toList();
    }

    static Block of(String block) {
      int slash = block.indexOf('/');
      return new Block(
          InetAddress.ofLiteral(block.substring(0, slash)),
          Integer.parseInt(block.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      byte[] prefix = first.getAddress();
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((prefix[bit / 8] & mask) != (address[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
