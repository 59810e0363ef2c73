package org.keypointstudio.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What a process holds at a moment. Values that this system does not tell are NaN.
 *
 * @param minutes since the soak began
 * @param round how often the script was done
 * @param heap bytes of the Java heap that are in use after a collection
 * @param virtualMachine bytes that the virtual machine has committed besides the heap, by its own
 *     tracking of native memory
 * @param resident bytes of the process that are in the machine's memory, without what the heap has
 *     committed, which grows and shrinks as the collector thinks fit
 * @param threads that live
 * @param files that are open, sockets and devices included
 */
record Footprint(
    double minutes,
    int round,
    double heap,
    double virtualMachine,
    double resident,
    double threads,
    double files) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Duration REST = Duration.ofMillis(300);
  private static final Pattern TOTAL = Pattern.compile("Total: .*committed=(\\d+)KB");
  private static final Pattern HEAP = Pattern.compile("Java Heap \\(.*committed=(\\d+)KB");

  /** Measures this process, after the garbage is gone. */
  static Footprint measure(double minutes, int round) throws IOException, InterruptedException {
    collectGarbage();
    return new Footprint(
        minutes,
        round,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        committedBesidesTheHeap(),
        residentBytes() - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : Double.NaN);
  }

  /** What finalisers and cleaners let go of is collected with the second turn. */
  private static void collectGarbage() throws InterruptedException {
    for (int turn = 0; turn < 2; turn++) {
      System.gc();
      Thread.sleep(REST);
    }
  }

  private static double residentBytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return Double.NaN;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Known only to a virtual machine that was started with -XX:NativeMemoryTracking=summary. */
  private static double committedBesidesTheHeap() throws IOException {
    try {
      String summary =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "vmNativeMemory",
                      new Object[] {new String[] {"summary"}},
                      new String[] {String[].class.getName()});
      return (kilobytes(TOTAL, summary) - kilobytes(HEAP, summary)) * 1024;
    } catch (JMException problem) {
      throw new IOException("The virtual machine does not tell its native memory", problem);
    }
  }

  private static double kilobytes(Pattern pattern, String summary) {
    Matcher matcher = pattern.matcher(summary);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }
}
