package org.keypointstudio.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives this process the environment that the native libraries of the networks want, where no
 * launcher script did: an installed program is started by the system, which sets no variables.
 *
 * <p>Has to happen before those libraries are loaded, since they read their variables then. glibc
 * has read its own by the time Java runs, so those are set through {@code mallopt(3)}.
 */
final class NativeEnvironment {
  private static final Logger LOG = LoggerFactory.getLogger(NativeEnvironment.class);

  /** Parameters of {@code mallopt} (glibc's malloc.h) by the variables that stand for them. */
  private static final Map<String, Integer> ALLOCATOR_PARAMETERS =
      Map.of(
          "MALLOC_TRIM_THRESHOLD_", -1,
          "MALLOC_TOP_PAD_", -2,
          "MALLOC_MMAP_THRESHOLD_", -3,
          "MALLOC_ARENA_MAX", -8);

  private final Properties wanted;
  private final UnaryOperator<String> present;

  /**
   * An environment.
   *
   * @param wanted values by the names of variables
   * @param present gives the value that a variable has, or nothing
   */
  NativeEnvironment(Properties wanted, UnaryOperator<String> present) {
    this.wanted = wanted;
    this.present = present;
  }

  /** What the launcher script sets too, for this process. */
  static NativeEnvironment ofProcess() {
    Properties wanted = new Properties();
    try (InputStream file =
        Objects.requireNonNull(
            NativeEnvironment.class.getResourceAsStream("environment.properties"),
            "environment.properties is not in the program's jar")) {
      wanted.load(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return new NativeEnvironment(wanted, System::getenv);
  }

  /** Sets what is not set yet. A system that lacks the functions for it works, only slower. */
  void prepare() {
    for (String name : wanted.stringPropertyNames()) {
      if (Optional.ofNullable(present.apply(name)).isEmpty()) {
        try {
          set(name, wanted.getProperty(name).strip());
        } catch (Throwable problem) {
          if (problem instanceof Error error) {
            throw error;
          }
          LOG.warn("{} could not be set for the native libraries", name, problem);
        }
      }
    }
  }

  /** A method handle may throw anything. */
  private static void set(String name, String value) throws Throwable {
    Optional<Integer> parameter = Optional.ofNullable(ALLOCATOR_PARAMETERS.get(name));
    if (parameter.isPresent()) {
      Optional<MethodHandle> mallopt =
          function(
              "mallopt",
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
      // The function takes an int; what is meant by more is "never".
      int size = (int) Math.min(Long.parseLong(value), Integer.MAX_VALUE);
      if (mallopt.isPresent()) {
        int _ = (int) mallopt.get().invokeExact((int) parameter.get(), size);
      }
      return;
    }
    Optional<MethodHandle> setenv =
        function(
            "setenv",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    if (setenv.isPresent()) {
      try (Arena arena = Arena.ofConfined()) {
        int _ =
            (int) setenv.get().invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
      }
    }
  }

  @SuppressWarnings("restricted") // The launchers enable native access for all of the program.
  private static Optional<MethodHandle> function(String name, FunctionDescriptor signature) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, signature));
  }
}
