package org.vigie.simulator.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.vigie.simulator.net.VehicleLinks;

/** How stations reach the vehicles. */
public sealed interface Transport {
  /** Distance between the ports of two vehicles. @source ArduPilot SITL instances */
  int PORT_STEP = 10;

  /** Opens the links of a vehicle; {@code index} counts from 0. */
  VehicleLinks open(int index, int systemId) throws IOException;

  /**
   * The vehicles listen on TCP.
   *
   * @param port of the first vehicle; 0 gives each a free one
   */
  record TcpListen(String host, int port) implements Transport {
    @Override
    public VehicleLinks open(int index, int systemId) throws IOException {
      int at = port == 0 ? 0 : port + PORT_STEP * index;
      return VehicleLinks.listen(systemId, new InetSocketAddress(host, at));
    }
  }

  /** The vehicles send to one station over UDP. */
  record UdpConnect(String host, int port) implements Transport {
    @Override
    public VehicleLinks open(int index, int systemId) throws IOException {
      InetSocketAddress station = new InetSocketAddress(host, port);
      if (station.isUnresolved()) {
        throw new IOException("unknown host " + host);
      }
      return VehicleLinks.connectUdp(systemId, station);
    }
  }
}
