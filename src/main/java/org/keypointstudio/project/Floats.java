package org.keypointstudio.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers of a network in files: floats of 32 or 16 bits, the lowest byte first. */
final class Floats {
  private Floats() {}

  static byte[] toBytes(float[] numbers) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(numbers);
    return buffer.array();
  }

  /**
   * The numbers in half the room: 16-bit floats (IEEE 754 binary16), whose error is at most a
   * 2048th of a number.
   */
  static byte[] toHalfBytes(float[] numbers) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, Short.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float number : numbers) {
      buffer.putShort(Float.floatToFloat16(number));
    }
    return buffer.array();
  }

  /**
   * The numbers of a whole file, whose length tells how many bits they have.
   *
   * @throws IOException if it has another length, or one is infinite or no number
   */
  static float[] all(byte[] bytes, int count, String fileName) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length == (long) count * Float.BYTES) {
      return next(buffer, count);
    }
    if (bytes.length != (long) count * Short.BYTES) {
      throw new IOException(
          "%s has %d bytes where the network needs %d"
              .formatted(fileName, bytes.length, (long) count * Float.BYTES));
    }
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = requireFinite(Float.float16ToFloat(buffer.getShort()));
    }
    return numbers;
  }

  private static float requireFinite(float number) throws IOException {
    if (!Float.isFinite(number)) {
      throw new IOException("it holds a weight that is not a number");
    }
    return number;
  }

  /**
   * The next numbers of a buffer that has enough of them.
   *
   * @throws IOException if one is infinite or no number
   */
  static float[] next(ByteBuffer buffer, int count) throws IOException {
    float[] numbers = new float[count];
    buffer.asFloatBuffer().get(numbers);
    buffer.position(buffer.position() + count * Float.BYTES);
    for (float number : numbers) {
      requireFinite(number);
    }
    return numbers;
  }
}
