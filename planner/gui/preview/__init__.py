"""The preview: the PDF as it will be, page by page, made anew after each edit."""
