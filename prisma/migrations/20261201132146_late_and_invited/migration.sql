-- AlterTable
ALTER TABLE "requests" ADD COLUMN     "invitation_document_id" UUID,
ADD COLUMN     "late_reason" TEXT;
