//! Proves that the library needs no more than `core` and `alloc`.
//!
//! A program has one panic handler, and the standard library brings its own. This one is defined here, so that the build fails
//! as soon as the library or anything below it asks for the standard library.
#![no_std]

extern crate alloc;

use alloc::string::{String, ToString};
use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::panic::PanicInfo;
use core::ptr;
use core::sync::atomic::{AtomicUsize, Ordering};

use milepost::{Bound, Period, Rate, ValueError, Years, dec};

/// What a program without an operating system would ask for: text in, text out.
fn answer(text: &str) -> Result<String, ValueError> {
    let period: Period = text.parse()?;
    let rate = Rate::new(dec!(0.05674))?;
    let years = Years::months(18);
    let is_met = Bound::MoreThan(dec!(2000)).is_met_by(dec!(1781.8));
    Ok(alloc::format!("{period} {rate} {years} {is_met}"))
}

/// The length of the answer for a year, for whoever links this library.
#[unsafe(no_mangle)]
pub extern "C" fn milepost_answer(year: i32) -> usize {
    answer(&year.to_string()).map_or(0, |text| text.len())
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

#[global_allocator]
static ARENA: Arena = Arena {
    bytes: UnsafeCell::new([0; ARENA_BYTES]),
    used: AtomicUsize::new(0),
};

const ARENA_BYTES: usize = 1 << 16;

/// Hands out memory from front to back and takes none of it back.
struct Arena {
    bytes: UnsafeCell<[u8; ARENA_BYTES]>,
    used: AtomicUsize,
}

// SAFETY: `used` only grows, by compare and exchange, so that no byte is handed out twice.
unsafe impl Sync for Arena {}

// SAFETY: every block lies inside `bytes`, is aligned as asked, and overlaps no other.
unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let start = self.bytes.get().cast::<u8>();
        let place = |used: usize| {
            let padding = start.wrapping_add(used).align_offset(layout.align());
            let first = used.checked_add(padding)?;
            let end = first.checked_add(layout.size())?;
            (end <= ARENA_BYTES).then_some((first, end))
        };
        match self.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |used| {
            place(used).map(|(_, end)| end)
        }) {
            Ok(used) => place(used).map_or(ptr::null_mut(), |(first, _)| start.wrapping_add(first)),
            Err(_) => ptr::null_mut(),
        }
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}
