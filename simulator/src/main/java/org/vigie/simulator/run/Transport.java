package org.vigie.simulator.run;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import org.vigie.simulator.net.VehicleLinks;

/** How stations reach the vehicles. */
public sealed interface Transport {
  /** Distance between the ports of two vehicles. @source ArduPilot SITL instances */
  int PORT_STEP = 10;

  /** Opens the links of a vehicle; {@code index} counts from 0. */
  void open(VehicleLinks links, int index) throws IOException;

  /** For people: where stations find a vehicle on the ports that it got. */
  String describe(List<Integer> ports);

  private static int portOf(int first, int index) {
    return first == 0 ? 0 : first + PORT_STEP * index;
  }

  /** Opens a port. */
  interface Opening {
    void open(InetSocketAddress address) throws IOException;
  }

  private static void listening(String host, int port, int index, Opening opening)
      throws IOException {
    InetSocketAddress address = resolved(host, port);
    try {
      opening.open(address);
    } catch (BindException e) {
      BindException named =
          new BindException(
              "vehicle " + (index + 1) + ": port " + port + " of " + host + ": " + e.getMessage());
      named.initCause(e);
      throw named;
    }
  }

  private static InetSocketAddress resolved(String host, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IOException("unknown host " + host);
    }
    return address;
  }

  /**
   * The vehicles listen on TCP.
   *
   * @param port of the first vehicle; 0 gives each a free one
   */
  record TcpListen(String host, int port) implements Transport {
    @Override
    public void open(VehicleLinks links, int index) throws IOException {
      listening(host, portOf(port, index), index, links::listenTcp);
    }

    @Override
    public String describe(List<Integer> ports) {
      return "tcp:" + host + ":" + ports.get(0);
    }
  }

  /**
   * The vehicles listen on UDP, each for any number of stations.
   *
   * @param port of the first vehicle; 0 gives each a free one
   */
  record UdpListen(String host, int port) implements Transport {
    @Override
    public void open(VehicleLinks links, int index) throws IOException {
      listening(host, portOf(port, index), index, links::listenUdp);
    }

    @Override
    public String describe(List<Integer> ports) {
      return "udp:" + host + ":" + ports.get(0);
    }
  }

  /** The vehicles send to one station over UDP. */
  record UdpConnect(String host, int port) implements Transport {
    @Override
    public void open(VehicleLinks links, int index) throws IOException {
      links.connectUdp(resolved(host, port));
    }

    @Override
    public String describe(List<Integer> ports) {
      return "udp, local port " + ports.get(0);
    }
  }

  /** The vehicles call one station over TCP. */
  record TcpConnect(String host, int port) implements Transport {
    @Override
    public void open(VehicleLinks links, int index) throws IOException {
      links.connectTcp(resolved(host, port));
    }

    @Override
    public String describe(List<Integer> ports) {
      return "tcp to " + host + ":" + port;
    }
  }

  /** Several at once, in this order; the first is the vehicles' first port. */
  record Several(List<Transport> parts) implements Transport {
    public Several {
      parts = List.copyOf(parts);
    }

    @Override
    public void open(VehicleLinks links, int index) throws IOException {
      for (Transport part : parts) {
        part.open(links, index);
      }
    }

    @Override
    public String describe(List<Integer> ports) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < parts.size(); i++) {
        text.append(i == 0 ? "" : " and ");
        text.append(parts.get(i).describe(List.of(ports.get(i))));
      }
      return text.toString();
    }
  }
}
