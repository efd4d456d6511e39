package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void a_taken_port_is_named_with_its_use_the_process_in_the_way_and_what_to_do() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ports = new Ports(Map.of("router", taken.getLocalPort()));
      assertThatThrownBy(() -> PortCheck.requireFree(ports))
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("router")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("ONEVOICE_PORT_ROUTER")
          // Another port alone would be refused over the data of this one.
          .hasMessageContaining("ONEVOICE_FOLDER");
    }
  }

  @Test
  void a_port_taken_on_all_addresses_is_taken() throws Exception {
    try (var taken = new ServerSocket(0)) {
      assertThat(PortCheck.holder(taken.getLocalPort()))
          .hasValueSatisfying(
              holder -> assertThat(holder).contains("" + ProcessHandle.current().pid()));
      var ports = new Ports(Map.of("kafka", taken.getLocalPort()));
      assertThatThrownBy(() -> PortCheck.requireFree(ports)).isInstanceOf(StackFailure.class);
    }
  }

  @Test
  void a_stranger_at_the_other_localhost_is_in_the_routers_way() throws Exception {
    int port = Ports.free(List.of("router")).of("router");
    try (var _ = new ServerSocket(port, 1, InetAddress.getByName("::1"))) {
      assertThatThrownBy(() -> PortCheck.requireFree(new Ports(Map.of("router", port))))
          .hasMessageContaining("Port " + port);
      assertThatCode(() -> PortCheck.requireFree(new Ports(Map.of("kafka", port))))
          .doesNotThrowAnyException();
    } catch (BindException withoutIpv6) {
      assertThat(PortCheck.listening(port)).isFalse();
    }
  }

  @Test
  void free_ports_are_free_and_all_different() {
    var ports = Ports.free(List.of("router", "kafka", "postgres"));
    assertThat(ports.byName().values()).doesNotHaveDuplicates().hasSize(3);
    assertThatCode(() -> PortCheck.requireFree(ports)).doesNotThrowAnyException();
  }
}
