package uk.onevoice.feeds.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where hosts are, asked anew for each ring. */
interface Names {
  /** All its addresses; at least one. May take its time. */
  List<InetAddress> of(String host) throws UnknownHostException;
}
