package uk.onevoice.eventstore.relay;

import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import uk.onevoice.eventstore.StoredEvent;

/** How a log's events become records of a topic. */
interface Wording {
  /**
   * @param told how many records of this wording came before
   * @return what is published of these events, in order; nothing where nothing is
   */
  List<ProducerRecord<byte[], byte[]>> of(List<StoredEvent> events, long told) throws SQLException;
}
